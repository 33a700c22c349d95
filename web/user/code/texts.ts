import { phoneGroups } from '../../shared/shown/digits.ts'
import { texts } from '../../shared/texts/texts.ts'

/** The code by text message that proves a number: the same words wherever one is asked for. */
export const codeTexts = texts(
  {
    send: '获取验证码',
    sending: '正在发送验证码……这有时需要几秒，请不要关闭页面。',
    sentTo: (phone: string) => `验证码已发送到 ${phone}，5 分钟内有效。`,
    perhapsSentTo: (phone: string) =>
      `验证码可能已发送到 ${phone}，短信服务没有确认。收到就可以填写，5 分钟内有效；没有收到请重新获取。`,
    whatBecame: '查询短信是否送达',
    arrivedAt: (moment: string) => `${moment} 已送达。`,
    codeOver: '这个验证码已失效，请重新获取。',
    resend: '重新获取验证码',
    resendIn: (left: string) => `${left}后可重新获取`,
    code: '短信验证码',
    hint: '短信里的 6 位数字',
    wrong: '请填写短信中的 6 位数字。',
  },
  {
    send: 'Send me a code',
    sending: 'Sending the code … this can take some seconds; keep the page open.',
    sentTo: (phone: string) => `A code was sent to ${phone}. It is good for 5 minutes.`,
    perhapsSentTo: (phone: string) =>
      `A code was perhaps sent to ${phone}: the text service did not confirm it. If it comes it is good for 5 minutes; if not, ask for another.`,
    whatBecame: 'What became of the text?',
    arrivedAt: (moment: string) => `It arrived ${moment}. `,
    codeOver: 'This code is over; ask for another.',
    resend: 'Send another code',
    resendIn: (left: string) => `Another code in ${left}`,
    code: 'Code of the text message',
    hint: 'The 6 digits in the message',
    wrong: 'Give the six digits of the text message.',
  },
)

type CodeTexts = (typeof codeTexts)['zh']

/** That a code was sent to a number, or perhaps. */
export const sentText = (
  { phone, status }: { phone: string; status: 'sent' | 'possibly_sent' },
  words: Pick<CodeTexts, 'sentTo' | 'perhapsSentTo'>,
): string => (status === 'sent' ? words.sentTo : words.perhapsSentTo)(phoneGroups(phone))
