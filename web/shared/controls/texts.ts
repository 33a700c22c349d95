import { texts } from '../texts/texts.ts'

/** What controls say by themselves. */
export const controlTexts = texts(
  {
    readBack: '您填写的是：',
    letterX: '输入字母 X',
  },
  {
    readBack: 'You typed: ',
    letterX: 'Type the letter X',
  },
)
