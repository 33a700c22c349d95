import type { Language } from '../../../shared/kernel/language.ts'
import type { Account } from '../../shared/service.ts'
import { texts } from '../../shared/texts/texts.ts'

/** How many checks an account may still pay for, as the service tells it. */
export type Checks = NonNullable<Account['verification']['checks']>

const checksTexts = texts(
  {
    left: (count: string) => `今天还可以核验 ${count} 次。`,
    noneToday: '今天不能再核验了。可以再次提交的时间',
    noneEver: '这个账号的自助核验次数已经用完，可以由人工核验证件。',
  },
  {
    left: (count: string) => (count === '1' ? 'One more check today.' : `${count} more checks today.`),
    noneToday: 'No more checks today. You can submit again',
    noneEver: 'This account has had all its checks; a person can look at your papers.',
  },
)

/** What is said of the checks that are left; `at`: the time to be named after it (RFC 3339). */
export const checksTold = (
  { leftToday, leftEver, nextAt }: Checks,
  language: Language,
): { text: string; at?: string } => {
  const texts = checksTexts[language]
  if (leftToday > 0) return { text: texts.left(String(leftToday)) }
  return leftEver === 0 || nextAt === null ? { text: texts.noneEver } : { text: texts.noneToday, at: nextAt }
}
