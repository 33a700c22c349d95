import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 1000
const HEIGHT = 700
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(8 + body.length)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), 4 + body.length)
  return framed
}

/** Paper, a frame, and rows of marks like print: enough to be as sharp as a page is. Nobody's page looks like it. */
const greyAt = (x: number, y: number, seed: number): number => {
  if (x < 20 || y < 20 || x >= WIDTH - 20 || y >= HEIGHT - 20) return 60
  const [column, row] = [Math.floor(x / 9), Math.floor(y / 14)]
  const isMark = row % 3 !== 0 && ((column * 7919 + row * 104_729 + seed * 31) >>> 2) % 3 === 0
  return isMark ? 40 : 225
}

/**
 * A page that shows nobody, as a PNG of 1000 by 700 pixels; another for each seed. For whoever tries out uploads: the service finds it sharp and
 * bright enough, unless it is drawn in less `light` (1 for that of the day).
 */
export const drawnPage = (seed = 0, light = 1): Uint8Array<ArrayBuffer> => {
  const rows = Buffer.alloc(HEIGHT * (WIDTH + 1))
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) rows[y * (WIDTH + 1) + 1 + x] = greyAt(x, y, seed) * light
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const png = [SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(png))
}
