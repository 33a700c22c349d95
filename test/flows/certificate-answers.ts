import { expect } from 'vitest'
import type { CertificateAnswer } from '../../functions/certificates/certificate/certificate.ts'
import { askCertifiedRoute } from '../../functions/certificates/gate.route.ts'
import { getCertificateRoute } from '../../functions/certificates/show.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { listEventsRoute } from '../../functions/webhooks/delivery.route.ts'
import type { Instance } from './instance.ts'

/** What people read of a badge. */
export const badgeWords: Record<CertificateAnswer, string> = {
  ...{ valid: '已认证', suspended: '认证暂停', revoked: '认证已撤销', expired: '认证已过期', unknown: '没有这份证书' },
}

type Of = { app: string; certificate: string }

const BADGE_MARK = '· '

/** JSON, badge and gate of a certified app say the same, and that; answers the statement without when it was made. */
export const allAnswer = async (
  { platform, platformKey }: Instance,
  { app, certificate }: Of,
  answer: CertificateAnswer,
) => {
  const {
    asOf: _now,
    signed: _proof,
    ...told
  } = await platform.must(getCertificateRoute, {
    params: { id: certificate },
  })
  const svg = await (await fetch(`${platform.url}/v1/certificates/${certificate}/badge`)).text()
  const drawn = Object.entries(badgeWords).flatMap(([one, words]) => (svg.includes(BADGE_MARK + words) ? [one] : []))
  const gate = await platform.must(askCertifiedRoute, { token: platformKey, query: { appId: app } })
  expect([told.answer, drawn, gate.status, gate.certificate]).toEqual([answer, [answer], answer, certificate])
  return told
}

/** What the platform was told of the certificate of an app in the last 30 days, but for that it was certified: the type, and the reason or the days. */
export const certificateEventsOf = async ({ platform, platformKey }: Instance, app: string) => {
  const { events } = await platform.must(listEventsRoute, { token: platformKey, query: { subject: `app.${app}` } })
  return events.flatMap(({ type, data }) =>
    /^certification\.(?:suspended|revoked|reinstated|expired|ends|renewed)$/.test(type)
      ? [[type.slice('certification.'.length), data.reason ?? data.days ?? null]]
      : [],
  )
}

/** The letters about the certificate of an app of that name, the newest first. */
export const certificateLetters = async ({ platform }: Instance, token: string, name: string): Promise<string[]> => {
  const { messages } = await platform.must(inboxRoute, { token })
  return messages.flatMap(({ title, content }) => (title.startsWith(`应用“${name}”的证书`) ? [content] : []))
}
