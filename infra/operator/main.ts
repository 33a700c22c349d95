import { ownReasons } from '../../functions/audit/own-reasons.ts'
import { isTotpSecret } from '../../functions/operators/access/totp.ts'
import { isOperatorName, isReservedName, normaliseName } from '../../functions/operators/operator.ts'
import { personRoles } from '../../functions/operators/rights.ts'
import { type Asked, Misused } from '../../shared/command/command-line.ts'
import { oneOf, words } from '../../shared/command/flags.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { type Clock, rfc3339 } from '../../shared/kernel/time.ts'
import { invite } from './invite.ts'
import { type Place, placeHere, placeOnAws } from './place.ts'
import { type CodeSource, codeNow, codesHere } from './show-code.ts'

const HERE = 'http://127.0.0.1:4000'

const operatorCommand = {
  call: 'npm run operator',
  does: 'Invites somebody to the console by a link that is good once and for a day: the first admin, or whoever is needed where no admin can sign in any more. On this machine it also shows the codes of an authenticator app.',
  flags: {
    role: oneOf('what they are to be', { allowed: personRoles, byDefault: 'admin' }),
    reason: words('why, for the audit', {
      what: 'a text',
      value: 'TEXT',
      byDefault: ownReasons.invitedAtFirst,
    }),
    stage: words(
      'a deployed stage, with the AWS credentials of the environment; without it the engine on this machine',
      {
        what: 'the name of a stage',
        value: 'production',
        byDefault: undefined,
      },
    ),
    url: words(`the address that people reach it by; PUBLIC_URL or ${HERE} if not said`, {
      what: 'an address',
      value: 'URL',
      byDefault: undefined,
    }),
    data: words('where the engine on this machine keeps its data', {
      what: 'a folder',
      value: '.local',
      byDefault: '.local',
    }),
  },
  others: 'invite NAME | code NAME | code SECRET',
  more: 'NAME has 2 to 31 characters: a lower-case letter, then lower-case letters, digits, dots or hyphens. Somebody of that name who is there already signs in no more until they have used the new link.',
}

type Given = Asked<typeof operatorCommand.flags>

const placeOf = ({ flags: { stage, url } }: Given): Promise<Place> => {
  if (stage === undefined) return placeHere(url ?? HERE)
  const publicUrl = url ?? process.env.PUBLIC_URL
  if (!publicUrl)
    throw new Misused('--url must say by which address people reach that stage, as PUBLIC_URL did when it was deployed')
  return placeOnAws({ stage, publicUrl: publicUrl.replace(/\/+$/, '') })
}

const nameIn = (typed: string | undefined): string => {
  const name = normaliseName(typed ?? '')
  if (isReservedName(name)) throw new Misused(`records call something of the service '${name}'; choose another name`)
  if (isOperatorName(name)) return name
  throw new Misused(
    `a name has 2 to 31 characters: a lower-case letter, then lower-case letters, digits, dots or hyphens; '${typed ?? ''}' is none`,
  )
}

/** A secret alone is asked about at the time of the engine, whose clock may have been moved; without one, at that of this machine. */
const sourceOf = async (given: Given, typed: string): Promise<CodeSource & { clock: Clock }> => {
  const secret = typed.replaceAll(/\s/g, '').toUpperCase()
  if (isTotpSecret(secret)) {
    const { clock } = await placeOf(given).catch(() => ({ clock: { now: () => Date.now() } }))
    return { secret, clock }
  }
  const place = await placeOf(given)
  return { ...(await codesHere(place, nameIn(typed), given.flags.data)), clock: place.clock }
}

const deeds: Record<string, (given: Given, of: string | undefined) => Promise<string>> = {
  async invite(given, typed) {
    const name = nameIn(typed)
    const { role, reason } = given.flags
    const { link, until } = await invite(await placeOf(given), { name, role, reason })
    return `${name} may enrol as ${role} until ${rfc3339(until)}, once, by this link:\n${link}`
  },
  async code(given, typed = '') {
    if (given.flags.stage !== undefined)
      throw new Misused('code is for an engine on this machine: a deployed stage gives no secrets away')
    const { clock, ...source } = await sourceOf(given, typed)
    const { code, waits, seconds } = codeNow(source, clock)
    return `${code} (${waits > 0 ? `from ${waits} s on, ` : ''}for ${seconds} s more, once)`
  },
}

if (import.meta.main) {
  await runCommand(operatorCommand, async (given) => {
    const [verb = '', ...words] = given.others
    const deed = Object.hasOwn(deeds, verb) ? deeds[verb] : undefined
    if (!deed || words.length === 0) throw new Misused(`say what to do: ${operatorCommand.others}`)
    // A secret may be given as the page shows it, in groups of four.
    console.log(await deed(given, words.join(' ')))
  })
}
