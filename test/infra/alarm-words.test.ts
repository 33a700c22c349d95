import { describe, expect, it } from 'vitest'
import { queues } from '../../functions/queues.ts'
import { toldAlarm } from '../../functions/upkeep/alarms/alarm.ts'
import { functions } from '../../infra/functions.ts'
import { alarmTold, becauseTold } from '../../web/console/alarms/alarm-words.ts'
import { impactsInChinese, workers } from '../../web/console/alarms/impacts.ts'
import { rungAt } from '../../web/console/alarms/rung.ts'
import { told } from '../alarms/told.ts'
import { everyStage } from './stages.ts'
import { ofType, type Templates } from './templates.ts'

const alarmsOf = (stage: Templates) =>
  ofType(stage, 'AWS::CloudWatch::Alarm').map(({ id, properties }) =>
    toldAlarm({ name: id, text: String(properties.AlarmDescription), state: 'ALARM', since: 0, because: '' }),
  )

/** Three words of English in a row, as no name of a function or metric has them. */
const ENGLISH = /[a-z]+ [a-z]+ [a-z]+/i
const COMMAND = /npm run [a-z]+/

describe('alarms at the console', () => {
  it('are told in Chinese, each of every stage', async () => {
    for (const [name, stage] of await everyStage()) {
      const alarms = alarmsOf(stage)
      expect(alarms.length, name).toBeGreaterThan(100)
      for (const alarm of alarms) {
        const { happened, impact, advice } = alarmTold(alarm, 'zh')
        for (const text of [happened, impact, advice]) {
          expect(text, alarm.advice).toMatch(/[一-龥]/)
          expect(text.replace(COMMAND, ''), alarm.advice).not.toMatch(ENGLISH)
        }
      }
    }
  })

  it('say what has happened before what it comes to, in English too', async () => {
    for (const alarm of (await everyStage()).flatMap(([, stage]) => alarmsOf(stage))) {
      const { happened, impact } = alarmTold(alarm, 'en')
      expect([happened === alarm.impact, impact]).toEqual([false, alarm.impact])
    }
  })

  it('have what each function comes to in Chinese, and of no other', () => {
    expect(Object.keys(impactsInChinese).toSorted()).toEqual(Object.keys(functions).toSorted())
  })

  it('that ring at a line say for every function that does what happened, and lead to a page that shows it', () => {
    const ringing = new Set(Object.values(told).flatMap(({ does, by }) => (does === 'rings' ? by : [])))
    expect(Object.keys(rungAt).toSorted()).toEqual([...ringing].toSorted())
    for (const { zh, en, pages } of Object.values(rungAt)) {
      expect([zh, en].every((text) => text !== '')).toBe(true)
      expect(pages.length).toBeGreaterThan(0)
    }
  })

  it('know the function that serves each queue', () => {
    expect(workers).toEqual(Object.fromEntries(queues.map(({ queue, fn }) => [queue, fn])))
  })

  it('lead from a dead letter to its queue', () => {
    const advice =
      'shiming-sandbox-refunds-dead holds pointers to work that failed 5 times; look at the log of its worker'
    expect(alarmTold({ impact: 'x', advice }, 'zh')).toMatchObject({
      impact: impactsInChinese['payment-refund'],
      pages: ['/console/dead-letters/refunds'],
    })
  })

  it('of a form this console does not know are told in the words of the service', () => {
    expect(alarmTold({ impact: 'the moon is gone', advice: 'Look up' }, 'zh')).toEqual({
      ...{ happened: 'the moon is gone', impact: '', advice: 'Look up', pages: [] },
    })
  })

  it('tell why they ring without a word of logs, which operators do not read', () => {
    const rung = 'a line of the log rang it'
    expect([becauseTold(rung, 'zh'), becauseTold(rung, 'en')]).toEqual([
      ...['五分钟内发生过', 'it happened within the last five minutes'],
    ])
    expect(becauseTold('2 messages in shiming-sandbox-refunds-dead', 'zh')).toBe('refunds-dead 里有 2 条')
    expect(becauseTold('Threshold Crossed', 'zh')).toBe('Threshold Crossed')
  })
})
