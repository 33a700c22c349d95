import { texts } from '../../shared/texts/texts.ts'

/** What is said of every notice alike; what one is about stands with its page. */
export const consentTexts = texts(
  {
    separate: '单独同意',
    read: '阅读告知书全文',
    version: (version: string) => `版本 ${version}`,
    newer: '告知书刚刚更新。请重新阅读，再勾选同意。',
    agree: (title: string) => `我已阅读并单独同意《${title}》`,
    missing: '请阅读告知书，同意后勾选。',
  },
  {
    separate: 'Your separate consent',
    read: 'Read the whole notice',
    version: (version: string) => `Version ${version}`,
    newer: 'The notice has just changed. Read it again, and agree again.',
    agree: (title: string) => `I have read and separately agree to the “${title}”`,
    missing: 'Read the notice and tick the box if you agree.',
  },
)
