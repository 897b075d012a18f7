import { type Connection, ModelPicker, useModels } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export interface ModelProps {
  connection: Connection;
  onModel: (model: string) => void;
}

/** Keep the connection in a `useMemo`, with the chosen model in it. */
export function Model({ connection, onModel }: ModelProps) {
  return <ModelPicker {...useModels(connection)} value={connection.model} onChange={onModel} />;
}
