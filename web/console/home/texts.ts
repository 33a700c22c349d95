import { texts } from '../../shared/texts/texts.ts'

export const homeTexts = texts(
  {
    title: '待办',
    lead: '等着人处理的事，按队列分开。数字每次回到本页时更新。',
    oldest: '最早的一件：',
    othersDo: (roles: string) => `由${roles}处理`,
  },
  {
    title: 'To do',
    lead: 'What waits for people, by queue. Figures are read whenever you come back here.',
    oldest: 'The oldest: ',
    othersDo: (roles: string) => `Dealt with by: ${roles}`,
  },
)
