import { useSessionStorage } from '@mantine/hooks';

export type Message = { name: string; email: string; content: string };

/** The message as typed so far, kept until the tab is closed or it is sent. `known`: what need not be typed. */
export function useKeptMessage(known: Omit<Message, 'content'>) {
  return useSessionStorage<Message>({
    key: 'taskgrid-contact',
    defaultValue: { ...known, content: '' },
    getInitialValueInEffect: false,
  });
}

/** Sends it. REST, because it is counted by the sender's address: GraphQL knows people, not addresses. */
export async function sendMessage(message: Message): Promise<'sent' | 'refused' | 'often' | 'failed'> {
  try {
    const { ok, status } = await fetch('/api/v2/system/contact-admin/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
    });
    if (ok) return 'sent';
    return status === 429 ? 'often' : status < 500 ? 'refused' : 'failed';
  } catch {
    return 'failed';
  }
}
