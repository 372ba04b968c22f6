import './app/fonts.css';
import './app/mantine.css';
import './app/tokens.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// After the first page, nothing of which waits for this: the words for what is handed in with no network, and the worker.
window.addEventListener('load', () =>
  setTimeout(() => {
    void import('./app/UnsentLine').catch(() => undefined);
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    void import('./app/serviceWorker').then(({ startServiceWorker }) => startServiceWorker()).catch(() => undefined); // refused by the browser: everything works but without a network
  }, 2_000),
);
