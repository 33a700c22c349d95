import { wireChannels, wireTemplates } from '../../../functions/messaging/compat/pushplus-request.ts'
import type { Method } from '../../../shared/http/route.ts'
import type { Parameter, Special } from '../described.ts'
import { messageToken } from '../fields/cast.ts'
import type { Json, JsonSchema } from '../json.ts'

type Wire = { schema: JsonSchema; is: string; example?: Json }

const text: JsonSchema = { type: 'string' }

/** What pushplus's clients send, as it is taken here; other parameters are ignored. An empty one is none. */
const wire: Readonly<Record<string, Wire>> = {
  token: { schema: text, is: 'The message token.', example: messageToken },
  title: { schema: text, is: 'One line.', example: '任务完成' },
  content: { schema: text, is: 'What it says. An object is sent as its JSON.', example: '备份已完成，用时 12 秒。' },
  template: {
    schema: { type: 'string', enum: wireTemplates },
    is: 'How to show it; html without. In the URL it makes the whole body the content.',
    example: 'txt',
  },
  channel: { schema: { type: 'string', enum: wireChannels }, is: 'Where it goes; wechat and app are the own inbox.' },
  option: { schema: text, is: 'The code of the outgoing channel.' },
  webhook: { schema: text, is: 'The same as option, by its older name.' },
  timestamp: {
    schema: { type: 'string', pattern: '^\\s*\\d{1,15}\\s*$' },
    is: 'Until when it is to be sent, in epoch ms.',
  },
  topic: { schema: text, is: 'Not supported yet with the inbox.' },
  to: { schema: text, is: 'Not supported yet with the inbox.' },
  callbackUrl: { schema: text, is: 'Not supported yet.' },
  pre: { schema: text, is: 'Not supported yet.' },
}

const inQuery = Object.entries(wire).map(
  ([name, { schema, is }]): Parameter => ({ name, in: 'query', description: is, schema }),
)

/** Numbers are taken for texts, and texts for numbers. */
const loose = ({ enum: values, ...schema }: JsonSchema): JsonSchema =>
  values ? { ...schema, enum: values } : { ...schema, type: ['string', 'number', 'boolean', 'object', 'array', 'null'] }

const bodySchema = (relaxed: boolean): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(wire).map(([name, { schema, is }]) => [
      name,
      { ...(relaxed ? loose(schema) : schema), description: is },
    ]),
  ),
})

const example = Object.fromEntries(
  Object.entries(wire).flatMap(([name, one]) => (one.example === undefined ? [] : [[name, one.example]])),
)

const requestBody: Special['requestBody'] = {
  required: false,
  description:
    'JSON (also under another type, where it begins with a brace), a form, or with `template` in the URL any text, in UTF-8 and of 1 MiB at most. What stands here wins over the URL.',
  content: {
    'application/json': { schema: bodySchema(true), example },
    'application/x-www-form-urlencoded': { schema: bodySchema(false), example },
  },
}

/** What every call of pushplus takes, by its method: the URL alone, or a body too. */
export const pushplusSpecial = (name: string, method: Method): Special | undefined => {
  if (!name.startsWith('pushplus')) return undefined
  const own = name.endsWith('ByPath') ? inQuery.filter((one) => !('name' in one) || one.name !== 'token') : inQuery
  return { parameters: own, ...(method !== 'GET' && method !== 'DELETE' && { requestBody }) }
}
