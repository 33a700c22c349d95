import { drawnPage } from '../../../local/demo/picture.ts'

/** A file as somebody chooses it. */
export type ChosenFile = { name: string; mimeType: string; buffer: Buffer }

const file = (name: string, mimeType: string, bytes: Uint8Array): ChosenFile => ({
  ...{ name, mimeType },
  buffer: Buffer.from(bytes),
})

/** A page that can be read; another for each seed. */
export const goodPicture = (seed = 0): ChosenFile => file('page.png', 'image/png', drawnPage(seed))

/** A page by night. */
export const darkPicture = (): ChosenFile => file('night.png', 'image/png', drawnPage(0, 0.2))

/** What is no picture, whatever it is called. */
export const renamedText = (): ChosenFile =>
  file('passport.jpg', 'image/jpeg', Buffer.from('not a picture\n'.repeat(99)))

export const emptyFile = (): ChosenFile => file('empty.jpg', 'image/jpeg', new Uint8Array(0))

/** A GIF of one pixel, as trackers are. */
export const tinyGif = (): ChosenFile =>
  file('dot.gif', 'image/gif', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'))

/** Begins as a JPEG does, is none, and is more than may be sent. */
export const hugeFile = (): ChosenFile =>
  file('huge.jpg', 'image/jpeg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10 * 1024 * 1024, 7)]))
