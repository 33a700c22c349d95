import { texts } from '../../shared/texts/texts.ts'

export const queueTexts = texts(
  {
    queue: (name: string) => `队列：${name}`,
    back: (name: string) => `回到${name}`,
    next: '下一件',
    takeFirst: '领取最急的一件',
    noneSo: '没有符合所选条件的。',
    last: '没有别的了，队列已经处理完。',
  },
  {
    queue: (name: string) => `Queue: ${name}`,
    back: (name: string) => `Back to ${name}`,
    next: 'Next',
    takeFirst: 'Take the most urgent',
    noneSo: 'Nothing here is as chosen above.',
    last: 'Nothing else waits in this queue.',
  },
)
