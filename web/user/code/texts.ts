import { texts } from '../../shared/texts/texts.ts'

/** The code by text message that proves a number: the same words wherever one is asked for. */
export const codeTexts = texts(
  {
    send: '获取验证码',
    sending: '正在发送验证码……这有时需要几秒，请不要关闭页面。',
    sentTo: (phone: string) => `验证码已发送到 ${phone}，5 分钟内有效。`,
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
    resend: 'Send another code',
    resendIn: (left: string) => `Another code in ${left}`,
    code: 'Code of the text message',
    hint: 'The 6 digits in the message',
    wrong: 'Give the six digits of the text message.',
  },
)
