import { inBoth, type Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute, type Millis } from '../../../shared/kernel/time.ts'
import type { Certificate, CertificateReason } from '../certificate/certificate.ts'
import { groupedId } from '../certificate/certificate-id.ts'
import type { CertificateMove } from './move.ts'
import { certificateReasonWords } from './reason-words.ts'

type Of = Pick<Certificate, 'id' | 'appId' | 'name' | 'validUntil'>

/** What people did, when (epoch ms), why, and in which words of their own. */
export type ToldMove = { move: CertificateMove; reason: CertificateReason; words?: string | undefined; at: Millis }

const titles = {
  suspend: { zh: '您的应用认证证书已被暂停', en: 'The certificate of your app was suspended' },
  revoke: { zh: '您的应用认证证书已被撤销', en: 'The certificate of your app was revoked' },
  reinstate: { zh: '您的应用认证证书已恢复', en: 'The certificate of your app was reinstated' },
} as const

const follows = {
  suspend: {
    zh: '暂停期间，所有查询证书的人都会看到“已暂停”，有效期照常计算。如果您认为处理有误，可以在证书页申诉，由另一位审核人员复核：',
    en: 'While it is suspended, everybody who looks it up is told so, and its time runs on. If you think this is wrong, you can appeal on its page; another person decides that:',
  },
  revoke: {
    zh: '从现在起，所有查询证书的人都会看到“已撤销”，应用也不再显示为已认证；您可以重新申请认证。如果您认为处理有误，可以在证书页申诉，由另一位审核人员复核：',
    en: 'From now on everybody who looks it up is told so, and the app counts as certified no more; you can apply anew. If you think this is wrong, you can appeal on its page; another person decides that:',
  },
  reinstate: { zh: '证书见：', en: 'The certificate is here:' },
} as const

/** Since it was suspended its time may have run out. */
const isOver = {
  zh: '它的有效期在此期间已经届满，请申请续期。',
  en: 'Its time has run out meanwhile: apply to have it renewed.',
}

const lines = (...all: readonly (string | undefined)[]): string => all.filter((one) => one).join('\n\n')

/** People suspended, revoked or reinstated the certificate of your app: why, and how to appeal. */
export const movedLetter = (of: Of, { move, reason, words, at }: ToldMove, publicUrl: string): Letter => {
  const [id, when] = [groupedId(of.id), beijingMinute(at)]
  const page = `${publicUrl}/developer/apps/${of.appId}/certificate`
  const over = move === 'reinstate' && at >= of.validUntil ? isOver : undefined
  return inBoth(
    {
      title: titles[move].zh,
      content: lines(
        `应用“${of.name}”的认证证书 ${id}，${when}（北京时间）。原因：${certificateReasonWords[reason].zh}。`,
        words,
        over?.zh,
        `${follows[move].zh}${page}`,
      ),
    },
    {
      title: titles[move].en,
      content: lines(
        `The certificate ${id} of the app “${of.name}”, on ${when} (Beijing time). Why: ${certificateReasonWords[reason].en}.`,
        over?.en,
        `${follows[move].en} ${page}`,
      ),
    },
  )
}
