import {
  countedOn,
  type Measure,
  measureGroups,
  measureNamed,
  measureNames,
} from '../../functions/analytics/counts/measures.ts'

const titles: Record<Measure['group'], string> = {
  funnel: 'Funnel',
  money: 'Money',
  refunds: 'Refunds',
  vendors: 'Identity vendors',
  texts: 'Texts with codes',
  faces: 'Confirmations by face',
  complaints: 'Complaints',
  alarms: 'Alarms',
  reading: 'What could not be counted',
}

const units: Record<Measure['unit'], string> = {
  count: 'how many',
  fen: 'fen',
  yuan_10000th: '1/10,000 yuan',
  ms: 'ms, as a histogram',
  s: 'seconds in all',
}

const rowOf = (name: (typeof measureNames)[number]): string => {
  const { unit, of, on, is, from } = measureNamed(name)
  const apart = of.length > 0 ? of.map((one) => `\`${one}\``).join(', ') : ''
  return `| \`${name}\` | ${is} | ${apart} | ${units[unit]} | ${countedOn[on]} | ${from} |`
}

const groupOf = (group: Measure['group']): string =>
  [
    `### ${titles[group]}`,
    '',
    '| measure | is | told apart by | unit | counted on | counted from |',
    '|---|---|---|---|---|---|',
    ...measureNames.filter((name) => measureNamed(name).group === group).map(rowOf),
  ].join('\n')

/** docs/analytics.md, from the table of measures. */
export const analyticsPage = (): string => `# Numbers of a day

What operators see of many people together: how far they come, what is paid and goes back, how vendors answer, how complaints are met. Made by
\`npm run docs\` from \`functions/analytics/counts/measures.ts\`. Read by \`GET /v1/operator/analytics\` (\`from\`, \`to\`, \`by\`), by day, week or
month of Beijing.

## How it is counted

- A number is a number of a Beijing day. It is counted from the items that the service writes anyway, which are listed by day, and never
  from what was counted before: counting twice changes nothing, and a count that died is made good by the next. No request waits for it, and no
  request writes a counter for it that another would have to wait for.
- \`analytics-gather\` runs every five minutes. The day that goes on is counted every \`analytics.everyMs\` (a quarter of an hour); a day that
  is over once it is, and then daily for a week, because facts come late: a payment that only a bill tells of, the answer to a complaint. After
  that it is final. What is booked for a day still later is in the ledger and not in the numbers of that day.
- Refusals of the gate and alarms are no items of ours. CloudWatch counts the former by a metric filter on the logs of functions that ask the gate
  (\`gate_refused\`: no call and no write more, neither for whoever passes nor for whoever does not), and keeps what became of alarms for a month;
  both are asked for when a day is counted, and kept with it. While CloudWatch does not answer, they stay as they were and everything
  else is counted. A line that never reached the log is not in them.
- \`countedAt\` says how old a number is, \`isFinal\` that it stays. Days are kept for \`analytics.keptMs\` (400 days). Of days before
  this was deployed there are none.
- No number is of a person. What is told apart is what there are few values of (an offer, a vendor, an outcome), never an account, an address or a
  time of day. An account is in none of the items that are written for counting alone.
- Durations are kept in buckets, four to a doubling: what \`p50Ms\` and \`p95Ms\` say is at most a fifth longer than it was. Those of several
  days are read off all their durations together, and are no mean of daily ones.

## Measures

${measureGroups.map(groupOf).join('\n\n')}

Money agrees with the ledger to the fen: of each channel, \`paid_in\` less \`paid_back\` is what moved on its clearing account but for payouts and what a
bill said that nothing explained; the sum of \`moved\` is zero; \`refunds_owed_fen\` less \`refunds_paid_fen\` is what refunds payable moved but for
what a channel gave back unasked.

## What is not counted

- Requests that were refused before anything was written: wrong codes, data refused by a free check. Access logs and the metrics of the API have
  them. What the gate refuses is counted, though nothing is written for it: by the lines of the log.
- Who looked at a page and left.
- What texts cost: their vendors charge by the part and by the contract, and no price of theirs is a setting.
- Calls of vendors that are being made at that moment, until their end is known.
`
