/** How a bank stands to one of its cards. */
export type CardState = 'good' | 'lost' | 'not_offered'

/**
 * Published numbers that pass every check of a card and are nobody's. Others are taken for no card at all, so that nobody's real card
 * gets into a sandbox. A good one belongs to whoever shows it.
 */
const cards: Readonly<Record<string, CardState>> = {
  '6200000000000005': 'good',
  '6205500000000000004': 'good',
  '6200000000000047': 'lost',
  '6216261000000000018': 'not_offered',
}

export const cardState = (number: string): CardState | undefined =>
  Object.hasOwn(cards, number) ? cards[number] : undefined
