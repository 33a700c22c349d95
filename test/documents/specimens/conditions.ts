import type { Hold, Image, Vips } from '../../../functions/material/picture/open-vips.ts'

/** How a card is photographed. `seed`: of the grain. */
type Photographed = (hold: Hold, card: Image, vips: Vips, seed: number) => Image

const DESK = [112, 92, 74]

/** On a desk with room around it, turned by so many degrees. */
const onDesk =
  (degrees: number): Photographed =>
  (hold, card) =>
    hold(
      hold(card.embed(90, 90, card.width + 180, card.height + 180, { extend: 'background', background: DESK })).rotate(
        degrees,
        { background: DESK },
      ),
    )

const blurred =
  (sigma: number): Photographed =>
  (hold, card) =>
    hold(card.gaussblur(sigma))

/** In bad light a sensor sees half of it, and grain. */
const LIGHT = 0.45
const GRAIN = 12

const inTheDark: Photographed = (hold, card, vips, seed) => {
  const grain = hold(vips.Image.gaussnoise(card.width, card.height, { mean: 0, sigma: GRAIN, seed }))
  return hold(hold(hold(card.linear(LIGHT, 0)).add(grain)).cast('uchar'))
}

/** Of the width, on the right. */
const CUT = 0.1

/** The conditions under which recognition is measured: facts/identity.md §3.2. */
export const conditions = {
  clean: (_hold, card) => card,
  '500 px wide': (hold, card) => hold(card.resize(0.5)),
  'on a desk, 4°': onDesk(4),
  '15°': onDesk(15),
  'blur σ 1.2': blurred(1.2),
  'blur σ 2.5': blurred(2.5),
  'blur σ 4': blurred(4),
  'blur σ 6': blurred(6),
  'grain and dark': inTheDark,
  'right edge cut': (hold, card) => hold(card.crop(0, 0, Math.round(card.width * (1 - CUT)), card.height)),
  'upside down': (hold, card) => hold(card.rot180()),
} as const satisfies Record<string, Photographed>

export type Condition = keyof typeof conditions

export const conditionNames = Object.keys(conditions) as Condition[]
