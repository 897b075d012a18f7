import type { Decorator } from '@storybook/react-vite';
import { Sentence } from '../../shared/Sheet.js';
import './parts.css';

/** A page without the kit's look, light or dark with the system, that says what its story shows. */
export const onPartsPage: Decorator = (Story, { viewMode, parameters }) => (
  <div className="parts-page">
    {viewMode === 'story' && <Sentence docs={parameters['docs']} />}
    <Story />
  </div>
);
