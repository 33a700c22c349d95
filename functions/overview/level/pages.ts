import type { Source } from '../../evidence/evidence.ts'
import type { PagePath } from '../../pages/page-paths.ts'
import type { TrustPart } from '../../profile/trust.ts'

/** Sources that people can prove something from here, by what the deployment offers. */
export type Offered = ReadonlySet<Source>

/** On which page something is proven from each source. */
const pages: Readonly<Record<Source, PagePath | undefined>> = {
  carrier: '/verify',
  bank: '/cards',
  police: '/face',
  // The way by a person, who is shown both sides of the card, is mentioned there.
  document: '/document',
  review: '/papers',
}

/** The page; undefined where nothing can be proven from that source here. */
export const pageFor = (source: Source, offered: Offered): PagePath | undefined =>
  offered.has(source) ? pages[source] : undefined

/** Where a person looks at what shows the same, for whom it cannot be asked online. */
const personPages: Readonly<Partial<Record<Source, string>>> = { bank: '/papers?proof=bank' }

/** That page; undefined where there is none besides the one of the source. */
export const personPageFor = (source: Source): string | undefined => personPages[source]

/** Where a person helps whoever cannot go any other way. */
export const HELP_PAGE = '/cases?about=level'

/** What a deployment offers: the checks by carrier and bank, and people always, a live face where a vendor confirms it. */
export const offeredIn = ({ face }: { face: { vendors: readonly string[] } }): Offered =>
  new Set<Source>(['carrier', 'bank', 'document', 'review', ...(face.vendors.length > 0 ? (['police'] as const) : [])])

/** On which page each part of the trust score is told, where that is offered. */
export type TrustPages = Readonly<Partial<Record<TrustPart, PagePath>>>

/** The pages of the trust score here: an e-mail address can be proven where a vendor sends e-mail. */
export const trustPagesIn = ({ mail }: { mail: { vendors: readonly string[] } }): TrustPages => ({
  address: '/address',
  ...(mail.vendors.length > 0 && { email: '/email' as const }),
  occupation: '/level',
})
