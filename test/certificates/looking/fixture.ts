import type { Certificate } from '../../../functions/certificates/certificate/certificate.ts'
import { certificateOf } from '../../../functions/certificates/certificate/certificate-store.ts'
import { certificateKeys } from '../../../functions/certificates/keys.ts'
import { keepPage } from '../../../functions/certificates/looking/keep-page.ts'
import { watchPage } from '../../../functions/certificates/looking/watch-page.ts'
import type { Domain } from '../../../functions/certification/domains/domain.ts'
import { domainAsked, domainProven } from '../../../functions/certification/domains/domain-store.ts'
import type { Outgoing, Reply } from '../../../shared/http/outgoing.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import {
  type Applied,
  certificationWorld,
  certifies,
  claims,
  inReview,
} from '../../certification/applications/applying.ts'
import { appAt } from '../../certification/fixture.ts'
import { valueIn } from '../../kit.ts'
import { itemAt } from '../../world.ts'

export const PAGE = 'https://www.example.com/about'

/** A page of a server, or another answer. */
export const answered = (status: number, text = ''): Reply => ({
  ...{ kind: 'answered', status, headers: {} },
  body: Buffer.from(text),
})

/** Somebody whose app is certified, and what the site of theirs answers. */
export const certifiedWorld = async () => {
  const at = certificationWorld()
  const of: Applied = await inReview(at)
  valueIn(await claims(of)(at))
  valueIn(await certifies(of)(at))
  const { accountId } = of.user
  const kept = (): Certificate => {
    const item = itemAt(at, certificateKeys.certificate(appAt(at, { id: of.appId })?.certificate ?? ''))
    if (!item) throw new Error('no certificate')
    return certificateOf(item)
  }
  const site: { answers: Reply; asked: string[]; meanwhile?: () => Promise<unknown> } = {
    ...{ answers: answered(404), asked: [] },
  }
  const outgoing: Outgoing = async ({ url }) => {
    site.asked.push(url)
    await site.meanwhile?.()
    return site.answers
  }
  const opened: string[] = []
  const planCase = () => {
    opened.push(`${accountId}.case${opened.length + 1}`)
    return { caseId: String(opened.at(-1)), writes: [] }
  }
  const register = (url: string | null = PAGE, by = accountId) => keepPage(at, by, { id: of.appId, url })
  const watch = (before = kept()) => watchPage({ ...at, outgoing, planCase }, before)
  /** A day later. */
  const nextDay = (): Promise<string> => {
    at.time.now += DAY
    return watch()
  }
  const link = () => answered(200, `<p><a href="${at.publicUrl}/certificates/${kept().id}">实名认证</a></p>`)
  return { at, of, accountId, kept, site, opened, register, watch, nextDay, link }
}

export type CertifiedWorld = Awaited<ReturnType<typeof certifiedWorld>>

/** A domain of the account that counts for a year. */
export const proves = async (
  { at, accountId }: CertifiedWorld,
  domain: string,
  by: 'dns' | 'file',
): Promise<Domain> => {
  const now = at.time.now
  const of: Domain = { ...{ accountId, domain, token: 't', askedAt: now }, expiresAt: now + 365 * DAY }
  await at.table.commit(domainAsked(of, 20))
  await at.table.commit([domainProven(of, { by, at: now }, of.expiresAt)])
  return of
}
