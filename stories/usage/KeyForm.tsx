import { useState } from 'react';
import { type Connection, ImageChat, KeyForm, listModels } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** The key stays in the state of the page, and is gone with it. */
export function OwnKey({ connection }: { connection: Connection }) {
  const [key, setKey] = useState<string>();
  const [withKey, setWithKey] = useState(connection);
  return (
    <>
      <KeyForm
        hasKey={key !== undefined}
        host={new URL(connection.baseUrl).host}
        check={(entered, signal) =>
          listModels({ ...connection, apiKey: () => entered }, { signal })
        }
        onKey={(entered) => {
          setKey(entered);
          setWithKey({ ...connection, apiKey: () => entered });
        }}
      />
      <ImageChat connection={withKey} />
    </>
  );
}
