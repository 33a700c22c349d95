import { inBoth, type Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute } from '../../../shared/kernel/time.ts'
import type { Bilingual } from '../../review/words.ts'
import type { Certificate, CertificateStep } from '../certificate/certificate.ts'
import { groupedId } from '../certificate/certificate-id.ts'
import { reasonWords } from './words.ts'

type Of = Pick<Certificate, 'id' | 'appId' | 'name' | 'validUntil'>

const pageOf = ({ appId }: Of, publicUrl: string): string => `${publicUrl}/developer/apps/${appId}/certificate`

/** What is told of each, and what can be done about it. Nobody is told of an issue or a renewal but by the result of their application. */
const told: Readonly<Partial<Record<CertificateStep['on'], (of: Of, step: CertificateStep) => Bilingual>>> = {
  expired: (_of, { at }) => ({
    zh: `证书已于 ${beijingMinute(at)}（北京时间）到期，应用不再显示为已认证，可以改名或移除。为同一主体重新认证后，证书编号不变。`,
    en: `The certificate ran out on ${beijingMinute(at)} (Beijing time): the app is certified no more, and may be renamed or removed. Certified anew for the same, it keeps its id.`,
  }),
  suspended: (_of, { reason }) => ({
    zh: `证书已暂停，原因：${reasonWords(reason, 'zh')}。暂停期间，任何人查询都会看到“已暂停”；暂停不延长有效期。您可以在证书页面申诉。`,
    en: `The certificate is suspended: ${reasonWords(reason, 'en')}. Whoever looks it up is told so meanwhile, and its time goes on. You can appeal on its page.`,
  }),
  revoked: (_of, { reason }) => ({
    zh: `证书已撤销，原因：${reasonWords(reason, 'zh')}。任何人查询都会看到“已撤销”。您可以在证书页面申诉，也可以重新申请认证，届时会有新的编号。`,
    en: `The certificate is revoked: ${reasonWords(reason, 'en')}. Whoever looks it up is told so. You can appeal on its page, or apply anew, for a certificate with another id.`,
  }),
  identity_ended: () => ({
    zh: '账号的实名身份已被清除，证书因此撤销，应用不再显示为已认证。重新完成实名后可以再次申请认证，届时会有新的编号。',
    en: 'Your account is verified as nobody any more, and with that the certificate is revoked. Once verified again you can apply anew, for a certificate with another id.',
  }),
  replaced: () => ({
    zh: '应用已为其他主体认证，这张证书因此撤销，由新证书取代。',
    en: 'The app was certified for somebody else: this certificate is revoked, and another took its place.',
  }),
  reinstated: ({ validUntil }) => ({
    zh: `证书已恢复有效，有效期仍到 ${beijingMinute(validUntil)}（北京时间）。`,
    en: `The certificate counts again, until ${beijingMinute(validUntil)} (Beijing time) as before.`,
  }),
}

/** `words`: what people wrote to its administrator beside. */
const letter = (of: Of, { zh, en }: Bilingual, publicUrl: string, words?: string): Letter => {
  const page = pageOf(of, publicUrl)
  const said = words === undefined ? '' : `\n我们的说明：${words}`
  return inBoth(
    { title: `应用“${of.name}”的证书`, content: `${zh}${said}\n证书编号：${groupedId(of.id)}。详情：${page}` },
    { title: `The certificate of “${of.name}”`, content: `${en}\nIts id: ${groupedId(of.id)}. More: ${page}` },
  )
}

/** W7 something became of the certificate of an app; undefined of what its administrator hears otherwise. */
export const certificateLetter = (
  of: Of,
  step: CertificateStep,
  publicUrl: string,
  words?: string,
): Letter | undefined => {
  const what = told[step.on]?.(of, step)
  return what && letter(of, what, publicUrl, words)
}

/** W7 its time runs out: until when it counts, and what to do. */
export const endsLetter = (of: Of, publicUrl: string): Letter => {
  const until = beijingMinute(of.validUntil)
  return letter(
    of,
    {
      zh: `证书将于 ${until}（北京时间）到期。请在此之前为应用提交新的认证申请来续期：编号不变，剩余的时间不会损失。`,
      en: `The certificate runs out on ${until} (Beijing time). Renew it before by applying for the certification of the app anew: it keeps its id, and loses none of its time.`,
    },
    publicUrl,
  )
}
