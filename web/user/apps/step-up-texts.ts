import { texts } from '../../shared/texts/texts.ts'

/** What shows that it is the holder of the account who does something. */
export const stepUpTexts = texts(
  {
    proof: '证明是您本人',
    phone: '手机号',
    phoneHint: '您登录本账号使用的手机号，或实名认证时使用的手机号',
    lastFour: '证件号码后四位',
    lastFourHint: '您实名的证件号码的最后四位，最后一位可能是 X',
    lastFourWrong: '请填写 4 位：数字，最后一位可能是 X。',
  },
  {
    proof: 'Show that it is you',
    phone: 'Mobile number',
    phoneHint: 'The number you sign in to this account with, or the one you were verified with',
    lastFour: 'Last four of the ID number',
    lastFourHint: 'Of the ID number you are verified with; the last may be an X',
    lastFourWrong: 'Give four characters: digits, the last may be an X.',
  },
)
