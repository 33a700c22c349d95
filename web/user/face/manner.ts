import { whereOf } from '../pay/where.ts'

/** How to get to the vendor's page from here: go there, scan a code with the phone, or take the address to WeChat. */
export type Manner = 'jump' | 'scan' | 'take_along'

/** The manner for a browser of that user agent, by where the vendor's page works. */
export const mannerOf = (worksIn: 'wechat' | 'any', userAgent: string): Manner => {
  const where = whereOf(userAgent)
  if (where === 'desktop') return 'scan'
  return worksIn === 'any' || where === 'wechat' ? 'jump' : 'take_along'
}
