/** GB 2312: the first and last bytes of its rows of characters of Chinese. */
const [FIRST_ROW, LAST_ROW, FIRST, LAST] = [0xb0, 0xf7, 0xa1, 0xfe]

const inTable = (): Set<string> => {
  const bytes: number[] = []
  for (let row = FIRST_ROW; row <= LAST_ROW; row += 1) for (let at = FIRST; at <= LAST; at += 1) bytes.push(row, at)
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
}

const common = inTable()

/**
 * Whether a character is one of the 6,763 that every reader of Chinese has been taught. Of the others, which stand in names, most have some and
 * none has all: 翀, 赟, 骉, 垚, 䶮.
 */
export const isCommon = (character: string): boolean => common.has(character) || character === '·'
