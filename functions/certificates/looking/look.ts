import type { Millis } from '../../../shared/kernel/time.ts'
import type { Certificate, PageSight } from '../certificate/certificate.ts'
import { lookAtOf } from '../certificate/clock.ts'

/** Whether the page of a certificate is to be looked at by `now`; only while it is valid. */
export const isLookDue = (of: Pick<Certificate, 'status' | 'page' | 'looks'>, now: Millis): boolean => {
  const at = lookAtOf(of)
  return of.status === 'valid' && at !== undefined && now >= at
}

/** The certificate whose page is looked at from `now` on, so that nobody looks a second time on that day, whatever comes of it. */
export const afterBegin = <C extends Pick<Certificate, 'looks'>>(of: C, now: Millis): C => ({
  ...of,
  looks: { misses: 0, ...of.looks, at: now },
})

/** What is known of the page after a look. */
export const afterLook = <C extends Pick<Certificate, 'looks'>>(of: C, saw: PageSight, at: Millis): C => {
  const { misses = 0, seenAt } = of.looks ?? {}
  const looks = saw === 'link' ? { at, misses: 0, saw, seenAt: at } : { at, misses: misses + 1, saw, seenAt }
  return { ...of, looks }
}
