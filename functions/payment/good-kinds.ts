/** What can be bought. One more is a word here, a file that implements `Good`, and a row in goods.ts. */
export const goodKinds = ['verification', 'membership', 'points', 'certification'] as const
export type GoodKind = (typeof goodKinds)[number]
