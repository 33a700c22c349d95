import { inColumns } from '../../../shared/command/columns.ts'
import { Misused } from '../../../shared/command/command-line.ts'
import { nearest } from '../../../shared/command/nearest.ts'
import { both } from '../../../shared/command/told.ts'
import { findInstance, sandboxAt } from '../instance.ts'
import { url, verb } from '../verb.ts'

export const peopleVerb = verb({
  name: 'people',
  does: both(
    '列出沙箱的测试人：姓名、证件号码和手机号都不属于任何人。',
    'Lists the test people of a sandbox. Their names, ID numbers and phones belong to nobody.',
  ),
  others: '[OUTCOME]',
  flags: { url },
  json: '{"people":[{"outcome","name","idNumber","phone","note"}]}',
  async run({ flags, others: [outcome] }, { env, speaker }) {
    const all = await sandboxAt(await findInstance(flags.url, env), speaker.language).people()
    const outcomes = [...new Set(all.map((one) => one.outcome))]
    if (outcome !== undefined && !outcomes.includes(outcome)) {
      const meant = nearest(outcome, outcomes)
      const [zh, en] = meant === undefined ? [outcomes.join('、'), outcomes.join(', ')] : [meant, meant]
      throw new Misused(
        both(`没有结果为 '${outcome}' 的测试人；有 ${zh}`, `there is nobody of '${outcome}'; there are ${en}`),
      )
    }
    const people = all.filter((one) => outcome === undefined || one.outcome === outcome)
    speaker.result({ people }, () =>
      inColumns(people.map((one) => [one.outcome, one.phone, one.idNumber, one.name, one.note])),
    )
  },
})
