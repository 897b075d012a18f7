import {
  ArgTypes,
  Canvas,
  Description,
  DocsContext,
  Primary,
  Subheading,
  Title,
  useOf,
} from '@storybook/addon-docs/blocks';
import { useContext, type ReactElement } from 'react';
import { sentenceCase } from './sentence-case.ts';

/** The page of a component: what it is, its first story, its props, and its other stories. */
export function DocsPage(): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta']);
  const isDocumented = Object.hasOwn(preparedMeta.component ?? {}, '__docgenInfo');
  return (
    <>
      <Title />
      <Description />
      <Primary />
      {isDocumented && <ArgTypes />}
      <OtherStories />
    </>
  );
}

function OtherStories(): ReactElement {
  const [, ...others] = useContext(DocsContext)
    .componentStories()
    .filter(({ tags }) => tags.includes('autodocs'));
  return (
    <>
      {others.map(({ id, name, moduleExport }) => (
        <section key={id}>
          <Subheading>{sentenceCase(name)}</Subheading>
          <Description of={moduleExport} />
          <Canvas of={moduleExport} />
        </section>
      ))}
    </>
  );
}
