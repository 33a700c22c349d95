import { texts } from '../../shared/texts/texts.ts'

export const alarmTexts = texts(
  {
    title: '告警',
    lead: '正在响的排在前面，然后按最近变化排序。文字说明用户会感到什么、从哪里查起。',
    ringing: (count: number) => `正在响（${count}）`,
    quietGroup: (count: number) => `没有响（${count}）`,
    unknownGroup: (count: number) => `还没有数据（${count}）`,
    none: '没有正在响的告警。',
    impact: '影响',
    advice: '怎么查',
    because: '原因',
    since: '从什么时候起',
    name: '名称',
  },
  {
    title: 'Alarms',
    lead: 'What rings first, then by the newest change. Each says what people notice and where to look.',
    ringing: (count: number) => `Ringing (${count})`,
    quietGroup: (count: number) => `Quiet (${count})`,
    unknownGroup: (count: number) => `No data yet (${count})`,
    none: 'No alarm rings.',
    impact: 'Impact',
    advice: 'Where to look',
    because: 'Why',
    since: 'Since',
    name: 'Name',
  },
)
