/** Kinds of picture that can stand in a comment, and the most bytes of one. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
export const MOST_BYTES = 1_000_000;

export const isPicture = ({ type, size }: File): boolean => PICTURE_TYPES.includes(type) && size <= MOST_BYTES;

/** Keeps a picture on the server; its address. Throws where the server does not take it. */
export async function uploadPicture(file: File): Promise<string> {
  const response = await fetch('/uploads', { method: 'POST', headers: { 'content-type': file.type }, body: file });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const { url } = (await response.json()) as { url: string };
  // Whole over https, so that it is seen in mails as well; else it is shown from this very place.
  return location.protocol === 'https:' ? new URL(url, location.origin).href : url;
}
