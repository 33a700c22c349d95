import { texts } from '../../shared/texts/texts.ts'

export const alarmTexts = texts(
  {
    title: '告警',
    lead: '最近变化的排在前面。文字说明用户会感到什么、从哪里查起。',
    state: '状态',
    ringing: (count: number) => `正在响（${count}）`,
    unknown: (count: number) => `还没有数据（${count}）`,
    quiet: (count: number) => `没有响（${count}）`,
    none: '没有正在响的告警。',
    noneSo: '没有处于这种状态的告警。',
    impact: '影响',
    advice: '怎么查',
    because: '原因',
    since: '从什么时候起',
    name: '名称',
  },
  {
    title: 'Alarms',
    lead: 'The newest change first. Each says what people notice and where to look.',
    state: 'State',
    ringing: (count: number) => `Ringing (${count})`,
    unknown: (count: number) => `No data yet (${count})`,
    quiet: (count: number) => `Quiet (${count})`,
    none: 'No alarm rings.',
    noneSo: 'No alarm is in that state.',
    impact: 'Impact',
    advice: 'Where to look',
    because: 'Why',
    since: 'Since',
    name: 'Name',
  },
)
