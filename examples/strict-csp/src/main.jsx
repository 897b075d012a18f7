import { ImageChat } from 'image-chat-kit';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';
import './page.css';
import { createRoot } from 'react-dom/client';

const connection = { wire: openaiChat, baseUrl: '/api', model: 'gpt-4o' };

createRoot(document.getElementById('root')).render(<ImageChat connection={connection} />);
