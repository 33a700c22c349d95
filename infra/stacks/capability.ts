import { Duration, Stack, Validations } from 'aws-cdk-lib'
import { type HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets'
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { GATE_REFUSED, refusalMembers } from '../../functions/gate/refusal.ts'
import { type CallerKind, kindsOf } from '../../shared/http/route.ts'
import { serviceFunction } from '../constructs/function.ts'
import { allow, type Resources } from '../constructs/grants/granted.ts'
import { grantedTo } from '../constructs/grants/granted-to.ts'
import { queueNamed } from '../constructs/grants/queues.ts'
import { missedRuns } from '../constructs/queue.ts'
import type { Door } from '../doors.ts'
import type { Capability, PlannedFunction } from '../plan.ts'
import type { Site } from '../site.ts'
import type { Data } from './data.ts'
import { standIns } from './stand-ins.ts'

/** What Lambda's poller does in the function's name; no more is needed to serve a queue. */
const receiving = (queue: Queue) =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn])

/** What Lambda does in the name of a scheduled function that failed. */
const telling = (missed: Queue) => allow(['sqs:SendMessage'], [missed.queueArn])

type Made = { target: LambdaFunction; missed: Queue | undefined }

const addFunction = (stack: Stack, fn: PlannedFunction, site: Site, resources: Resources): Made => {
  const { environment, statements } = grantedTo(stack, fn.purpose, site.config, resources)
  const [name, topicArn] = [site.name(fn.name), site.config.alarmTopicArn]
  const { impact } = fn.purpose
  const missed =
    fn.schedules.length > 0 ? missedRuns(stack, `${fn.name} missed`, { name, impact, topicArn }) : undefined
  const target = serviceFunction(stack, fn.name, {
    stage: site.config.stage,
    name,
    folder: site.folderOf(fn.name),
    impact,
    timeoutMs: fn.timeoutMs,
    memoryMb: fn.purpose.memoryMb,
    everyMinutes: fn.schedules[0]?.everyMinutes,
    environment,
    statements: [
      ...statements,
      ...fn.queues.map((row) => receiving(queueNamed(row.queue, resources))),
      ...(missed ? [telling(missed)] : []),
    ],
    topicArn,
    counted: fn.purpose.gated
      ? [{ event: GATE_REFUSED, members: refusalMembers, metric: site.name('gate-refused') }]
      : [],
  })
  if ((fn.purpose.alarms || fn.purpose.watches) && target.role)
    Validations.of(target.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:cloudwatch:<AWS::Region>:<AWS::AccountId>:alarm:*]',
      reason:
        'CloudWatch tells alarms by the beginning of their names only to who may see all of the account; they hold nothing about people.',
    })
  if (fn.purpose.watches && target.role)
    Validations.of(target.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'CloudWatch tells what metrics come to only to who may see all of the account; they hold nothing about people.',
    })
  return { target, missed }
}

const callers: Record<CallerKind, string> = {
  anyone: 'Open by design: called before anybody can be known; limits are kept per number and address.',
  session: 'The handler checks the session token against the account it reads anyway.',
  platform: "The handler compares the platform's API key.",
  session_or_platform: "The handler checks the session token or the platform's API key.",
  session_or_token: 'The handler checks the session token or the message token against the account it reads anyway.',
  token: 'The handler checks the message token against the account it reads anyway.',
  operator: 'The handler compares the API key of the operator.',
  tester: 'The handler compares the tester key of the deployment, where there is one.',
  channel: 'The payment channel signs the raw bytes, and the handler verifies them first.',
}

/** Why API Gateway authorizes nobody itself. */
const reasonFor = ({ rows }: Door): string =>
  [...new Set(rows.flatMap(({ caller }) => kindsOf(caller)))].map((kind) => callers[kind]).join(' ')

const addRoutes = (stack: Stack, api: HttpApi, doors: readonly Door[], target: LambdaFunction): void => {
  const integration = new HttpLambdaIntegration('Integration', target)
  for (const door of doors) {
    const { method, path } = door
    const route = new HttpRoute(stack, `${method} ${path}`, {
      httpApi: api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration,
    })
    Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: reasonFor(door) })
  }
}

/** Strangers' scans come here; the stage gives them a small share of what it lets through. */
const addUnknown = (stack: Stack, api: HttpApi, target: LambdaFunction): void => {
  const integration = new HttpLambdaIntegration('Integration', target)
  const route = new HttpRoute(stack, 'Unknown', { httpApi: api, routeKey: HttpRouteKey.DEFAULT, integration })
  Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: callers.anyone })
}

const addQueues = (fn: PlannedFunction, target: LambdaFunction, resources: Resources): void => {
  for (const row of fn.queues) {
    new EventSourceMapping(target, row.queue, {
      target,
      eventSourceArn: queueNamed(row.queue, resources).queueArn,
      batchSize: row.batchSize,
      maxConcurrency: row.maxConcurrency,
      reportBatchItemFailures: true,
    })
  }
}

/**
 * The next tick does the same work, so a missed or failed one is not repeated; but it is told, whether the function failed or the
 * schedule did not get as far as to it.
 */
const addSchedules = (stack: Stack, fn: PlannedFunction, { target, missed }: Made): void => {
  for (const { everyMinutes } of fn.schedules) {
    const every = Duration.minutes(everyMinutes)
    const once = { retryAttempts: 0, maxEventAge: every }
    // The role has what it needs for that; CDK would put it into a policy of its own.
    const onFailure = missed && { bind: () => ({ destination: missed.queueArn }) }
    target.configureAsyncInvoke({ ...once, onFailure })
    new Rule(stack, `${fn.name} schedule`, {
      schedule: Schedule.rate(every),
      targets: [new LambdaTarget(target, { ...once, deadLetterQueue: missed })],
    })
  }
}

/** One capability: its functions with their routes, queues and clock. */
export const capabilityStack = (
  scope: Construct,
  site: Site,
  capability: Capability,
  data: Data,
  api: HttpApi,
): Stack => {
  const stack = new Stack(scope, site.name(capability.name))
  const own = capability.functions.some((fn) => fn.purpose.standIn) ? standIns(stack, site) : undefined
  const resources: Resources = { data, standIns: own }
  for (const fn of capability.functions) {
    const made = addFunction(stack, fn, site, resources)
    const { target } = made
    addRoutes(stack, api, fn.doors, target)
    if (fn.purpose.answersUnknown) addUnknown(stack, api, target)
    addQueues(fn, target, resources)
    addSchedules(stack, fn, made)
  }
  return stack
}
