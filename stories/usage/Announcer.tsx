import { Announcer, useAnnounce } from 'image-chat-kit/parts';

function SaveButton() {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce('Saved')}>
      Save
    </button>
  );
}

/** One live region for everything inside. Styled parts bring their own. */
export function Form() {
  return (
    <Announcer>
      <SaveButton />
    </Announcer>
  );
}
