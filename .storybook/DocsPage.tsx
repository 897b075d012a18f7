import {
  Description,
  DocsContext,
  Primary,
  Subheading,
  Title,
  useOf,
} from '@storybook/addon-docs/blocks';
import { useContext, type ReactElement } from 'react';
import type { PropDoc } from '../scripts/props-of-components.ts';
import { LazyCanvas, type StoryFrame } from './LazyCanvas.tsx';
import { PropsTable } from './PropsTable.tsx';
import { sentenceCase } from './sentence-case.ts';

/** The page of a component: what it is, its first story, its props, and its other stories. */
export function DocsPage(): ReactElement {
  return (
    <>
      <Title />
      <Description />
      <Primary />
      <Props />
      <OtherStories />
    </>
  );
}

interface DocumentedComponent {
  __docgenInfo?: { props: Record<string, PropDoc> };
}

/** The props that the component documents, never arguments of its stories. */
function Props(): ReactElement | null {
  const { component } = useOf('meta', ['meta']).preparedMeta;
  const props = (component as DocumentedComponent | undefined)?.__docgenInfo?.props;
  if (!props || Object.keys(props).length === 0) return null;
  return (
    <>
      <Subheading>Props</Subheading>
      <PropsTable props={props} />
    </>
  );
}

function OtherStories(): ReactElement {
  const [, ...others] = useContext(DocsContext)
    .componentStories()
    .filter(({ tags }) => tags.includes('autodocs'));
  return (
    <>
      {others.map(({ id, name, moduleExport, parameters }) => (
        <section key={id}>
          <Subheading>{sentenceCase(name)}</Subheading>
          <Description of={moduleExport} />
          <LazyCanvas of={moduleExport} story={storyFrame(parameters)} />
        </section>
      ))}
    </>
  );
}

/** How the story stands on this page: what `parameters.docs.story` says. */
const storyFrame = (parameters: Record<string, unknown>): StoryFrame =>
  (parameters['docs'] as { story?: StoryFrame } | undefined)?.story ?? {};
