import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onOff, words } from '../../../shared/command/flags.ts'
import { ForPeople } from '../../../shared/command/for-people.ts'
import { both } from '../../../shared/command/told.ts'
import { findInstance } from '../instance.ts'
import { url, verb } from '../verb.ts'

const DOCS = join(import.meta.dirname, '../../../docs')

const fetchText = async (address: string): Promise<string> => {
  const answer = await fetch(address).catch(() => undefined)
  if (answer?.ok) return answer.text()
  const why = answer ? String(answer.status) : '-'
  throw new ForPeople(both(`${address} 没有给出描述（${why}）`, `${address} answered no description (${why})`))
}

export const openapiVerb = verb({
  name: 'openapi',
  does: both(
    '输出 API 的 OpenAPI 3.1 描述：本仓库的这一版，或 --url、SHIMING_URL 所指实例的那一版。',
    'Prints the description of the API, OpenAPI 3.1: that of this repository, or of the instance that --url or SHIMING_URL names.',
  ),
  flags: {
    url,
    sandbox: onOff(both('沙箱自己的接口', 'that of the sandbox’s own calls')),
    out: words(both('写进这个文件，而不输出', 'write it into this file'), {
      what: both('一个文件', 'a file'),
      value: 'FILE',
      byDefault: undefined,
    }),
  },
  json: 'the description itself, always; with --out {"file"}',
  async run({ flags }, { env, speaker }) {
    const isElsewhere = flags.url !== undefined || Boolean(env.SHIMING_URL)
    const text = isElsewhere
      ? await fetchText(`${(await findInstance(flags.url, env)).url}${flags.sandbox ? '/sandbox' : ''}/openapi.json`)
      : await readFile(join(DOCS, flags.sandbox ? 'openapi.sandbox.json' : 'openapi.json'), 'utf8')
    if (flags.out === undefined) return speaker.result(JSON.parse(text), () => [text.trimEnd()])
    await writeFile(flags.out, text)
    const file = flags.out
    speaker.result({ file }, () => [speaker.say(both(`已写入 ${file}`, `wrote ${file}`))])
  },
})
