import { wireChannels, wireTemplates } from '../../../functions/messaging/compat/pushplus-request.ts'
import type { Method } from '../../../shared/http/route.ts'
import type { Parameter, Special } from '../described.ts'
import { messageToken } from '../fields/cast.ts'
import { type JsonSchema, ref, typeName } from '../json.ts'

type Wire = { is: string; words?: readonly string[]; pattern?: string; example?: string }

/** What pushplus's clients send, as it is taken here; other parameters are ignored. An empty one is none. */
const wire: Readonly<Record<string, Wire>> = {
  token: { is: 'The message token.', example: messageToken },
  title: { is: 'One line.', example: '任务完成' },
  content: { is: 'What it says. An object is sent as its JSON.', example: '备份已完成，用时 12 秒。' },
  template: {
    is: 'How to show it; html without. In the URL it makes the whole body the content.',
    words: wireTemplates,
    example: 'txt',
  },
  channel: { is: 'Where it goes; wechat and app are the own inbox.', words: wireChannels },
  option: { is: 'The code of the outgoing channel.' },
  webhook: { is: 'The same as option, by its older name.' },
  timestamp: { is: 'Until when it is to be sent, in epoch ms, 15 digits at most.', pattern: '^\\s*(\\d{1,15}\\s*)?$' },
  topic: { is: 'Not supported yet with the inbox.' },
  to: { is: 'Not supported yet with the inbox.' },
  callbackUrl: { is: 'Not supported yet.' },
  pre: { is: 'Not supported yet.' },
}

const asText = ({ is, words, pattern }: Wire): JsonSchema => ({
  type: 'string',
  description: is,
  ...(words && { enum: [...words, ''] }),
  ...(pattern && { pattern }),
})

/** In JSON numbers are taken for texts, and texts for numbers. */
const asJson = ({ is, words }: Wire): JsonSchema => ({ description: is, ...(words && { enum: [...words, '', null] }) })

const objectOf = (field: (one: Wire) => JsonSchema): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(wire).map(([name, one]) => [name, field(one)])),
})

/** The bodies of these calls. */
export const pushplusSchemas: Readonly<Record<string, JsonSchema>> = {
  PushplusForm: objectOf(asText),
  PushplusRequest: objectOf(asJson),
}

const parameterName = (name: string): string => `Pushplus${typeName(name)}`

/** What these calls take in the URL. */
export const pushplusParameters: Readonly<Record<string, Parameter>> = Object.fromEntries(
  Object.entries(wire).map(([name, one]) => {
    const { description, ...schema } = asText(one)
    return [parameterName(name), { name, in: 'query', description, schema }]
  }),
)

const example = Object.fromEntries(
  Object.entries(wire).flatMap(([name, one]) => (one.example === undefined ? [] : [[name, one.example]])),
)

const requestBody: Special['requestBody'] = {
  required: false,
  description:
    'JSON (also under another type, where it begins with a brace), a form, or with `template` in the URL any text, in UTF-8 and of 1 MiB at most. What stands here wins over the URL.',
  content: {
    'application/json': { schema: ref('schemas', 'PushplusRequest'), example },
    'application/x-www-form-urlencoded': { schema: ref('schemas', 'PushplusForm'), example },
  },
}

/** What every call of pushplus takes, by its method: the URL alone, or a body too. */
export const pushplusSpecial = (name: string, method: Method): Special | undefined => {
  if (!name.startsWith('pushplus')) return undefined
  const isInPath = (parameter: string): boolean => parameter === 'token' && name.endsWith('ByPath')
  const parameters = Object.keys(wire).flatMap((one) => (isInPath(one) ? [] : ref('parameters', parameterName(one))))
  return { parameters, ...(method !== 'GET' && method !== 'DELETE' && { requestBody }) }
}
