import type { PictureTerms } from '../../material/picture/picture.ts'
import type { Reading, Recogniser, Recognition } from '../recogniser.ts'
import type { Unreadable } from '../unreadable.ts'
import type { Corners, Pixels } from './geometry.ts'
import { judged } from './judgement.ts'
import { overlooked } from './overlooked.ts'
import { alongTheRest, type TextLine } from './text-lines.ts'
import { type Turn, turnedCorners, turnedPixels, turnsToTry } from './turns.ts'

/** What finds text in a picture, and reads it. */
export type Eyes = {
  find(pixels: Pixels): Promise<Corners[]>
  read(pixels: Pixels, texts: readonly Corners[]): Promise<TextLine[]>
}

/** A picture as it is measured: variance of the Laplacian of it softened, and mean brightness from 0 to 255. */
export type Opened = { pixels: Pixels; sharpness: number; brightness: number }

export type ReadCardDeps = {
  /** Throws where the bytes are no picture. */
  open: (picture: Uint8Array) => Promise<Opened>
  eyes: () => Promise<Eyes>
  terms: Pick<PictureTerms, 'sharpness' | 'dark' | 'bright'>
}

const refused = (because: Unreadable): Recognition => ({ kind: 'refused', because })

/** What is too dark or too bright is blurred, too, and only the light can be helped. */
const refusedAsMeasured = ({ brightness, sharpness }: Opened, terms: ReadCardDeps['terms']): Unreadable | undefined => {
  if (brightness < terms.dark) return 'too_dark'
  if (brightness > terms.bright) return 'glare'
  return sharpness < terms.sharpness ? 'blurred' : undefined
}

/** Longest texts say most surely whether they are read the right way. */
const ASKED = 4
/** 0 to 1; a text that is read upside down never comes to it. */
const SURE = 0.85

type Turned = { pixels: Pixels; texts: readonly Corners[]; confidence: number }

const length = ([begin, end]: Corners): number => Math.hypot(end.x - begin.x, end.y - begin.y)

const tryTurn = async (eyes: Eyes, pixels: Pixels, found: readonly Corners[], turn: Turn): Promise<Turned> => {
  const turned = turnedPixels(pixels, turn)
  const texts = found.map((one) => turnedCorners(one, pixels, turn))
  const asked = texts.toSorted((a, b) => length(b) - length(a)).slice(0, ASKED)
  const lines = await eyes.read(turned, asked)
  const confidence = lines.reduce((sum, line) => sum + line.confidence, 0) / Math.max(1, lines.length)
  return { pixels: turned, texts, confidence }
}

/** The picture the right way up: the first turn in which its longest texts can be read, else the best. */
const upright = async (eyes: Eyes, pixels: Pixels, found: readonly Corners[]): Promise<Turned> => {
  let best: Turned | undefined
  for (const turn of turnsToTry(found)) {
    const turned = await tryTurn(eyes, pixels, found, turn)
    if (!best || turned.confidence > best.confidence) best = turned
    if (best.confidence >= SURE) break
  }
  return best ?? { pixels, texts: found, confidence: 0 }
}

/** The texts of a picture and its pixels the right way up, or why nothing can be read off it. Under a second on one core. */
export const readTexts = async (
  deps: ReadCardDeps,
  picture: Uint8Array,
): Promise<{ pixels: Pixels; lines: TextLine[] } | Unreadable> => {
  const opened = await deps.open(picture).catch(() => undefined)
  if (!opened) return 'decode_failed'
  const poor = refusedAsMeasured(opened, deps.terms)
  if (poor) return poor
  const eyes = await deps.eyes()
  const found = await eyes.find(opened.pixels)
  const fields = alongTheRest(found.map((corners) => ({ corners }))).map(({ corners }) => corners)
  const { pixels, texts } = await upright(eyes, opened.pixels, fields)
  const lines = await eyes.read(pixels, texts)
  const again = await eyes.read(pixels, overlooked(lines))
  return { pixels, lines: [...lines, ...again] }
}

/**
 * Reads a card: measures the picture, finds its texts, turns it until they can be read, reads them, and judges what they say. Under a second on one
 * core, less where the picture is refused as measured.
 */
const readCard = async (deps: ReadCardDeps, { picture, side, now }: Reading): Promise<Recognition> => {
  const texts = await readTexts(deps, picture)
  return typeof texts === 'string' ? refused(texts) : judged(side, texts.pixels, texts.lines, now)
}

/** The recogniser that hands nothing on. */
export const recogniserInHouse = (deps: ReadCardDeps): Recogniser => ({ read: (reading) => readCard(deps, reading) })
