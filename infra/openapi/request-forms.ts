import type { Route } from '../../shared/http/route.ts'
import { id, person } from './fields/cast.ts'
import type { Json } from './json.ts'

/** A body of each form, of what takes several. */
const forms: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  sendSmsCode: {
    sign_in: { phone: person.phone, purpose: 'sign_in' },
    verify_phone: { phone: person.phone, purpose: 'verify_phone' },
  },
  askSmsReport: {
    sign_in: { phone: person.phone, purpose: 'sign_in', smsCodeId: id.smsCode },
    verify_phone: { phone: person.phone, purpose: 'verify_phone' },
  },
  signIn: {
    code: { phone: person.phone, smsCodeId: id.smsCode, code: '428913' },
    platform_user: { externalId: 'user-7' },
  },
  openScan: {
    sign_in: { purpose: 'sign_in' },
    continue: { purpose: 'continue', returnPath: '/document' },
  },
}

/** The examples of a body: one, or one of each form its route has. Throws where a form has none. */
export const requestForms = ({ name, caller }: Route, example: Json): { example: Json } | { examples: Json } => {
  if (typeof caller === 'string') return { example }
  const bodies = forms[name] ?? {}
  return {
    examples: Object.fromEntries(
      Object.entries(caller.kinds).map(([form]) => {
        const value = bodies[form]
        if (value === undefined)
          throw new Error(`give ${name} a body of form ${form}, in infra/openapi/request-forms.ts`)
        return [form, { summary: form, value }]
      }),
    ),
  }
}
