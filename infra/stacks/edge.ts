import { Annotations, CfnOutput, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { type CfnStage, type HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import type { Construct } from 'constructs'
import type { Route } from '../../shared/http/route.ts'
import { EXECUTE_API_OFF } from '../config.ts'
import { rateAlarm, WINDOW } from '../constructs/alarm.ts'
import { keptLog } from '../constructs/log.ts'
import { dashboard } from '../dashboard.ts'
import type { Door } from '../doors.ts'
import type { Site } from '../site.ts'

/** For the whole API, per second and at once; limits that depend on who calls are the functions' own. */
const THROTTLE = { rateLimit: 500, burstLimit: 1_000 }

/** Every function has an alarm of its own, which rings at fewer. */
const LEAST = 10

const UNKNOWN = '$default'

/** The route's key, never the path: a path may carry an id. */
const line = JSON.stringify({
  at: '$context.requestTime',
  requestId: '$context.requestId',
  ip: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.message',
})

type Throttle = { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }

const hasShare = ({ caller, sandboxOnly }: Route): boolean =>
  caller === 'channel' || (caller === 'anyone' && !sandboxOnly)

/**
 * What nobody serves, what a payment channel sends and what anybody may call have a share of their own: strangers' scans cannot use up
 * what people need, and a flood under such an address cannot either. A channel sends again what was turned away.
 */
const shares = (doors: readonly Door[]): Record<string, Throttle> => ({
  [UNKNOWN]: { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 50 },
  ...Object.fromEntries(
    doors
      .filter(({ rows }) => rows.some(hasShare))
      .map(({ method, path }) => [`${method} ${path}`, { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 300 }]),
  ),
})

/** Publishes the API: last of all, so that every route is there. */
export const edgeStack = (scope: Construct, site: Site, api: HttpApi): Stack => {
  const { name, config } = site
  const stack = new Stack(scope, name('edge'))
  const accessLog = keptLog(stack, 'AccessLog', config.stage)
  const stage = new HttpStage(stack, 'Stage', {
    httpApi: api,
    stageName: UNKNOWN,
    autoDeploy: true,
    throttle: THROTTLE,
    accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: AccessLogFormat.custom(line) },
  })
  const doors = site.plan.capabilities.flatMap(({ functions }) => functions.flatMap((fn) => fn.doors))
  const made = stage.node.defaultChild as CfnStage
  made.addPropertyOverride('RouteSettings', shares(doors))
  const sum = { statistic: 'Sum', period: WINDOW }
  rateAlarm(stack, 'Alarm', {
    failed: stage.metricServerError(sum),
    all: stage.metricCount(sum),
    counted: 'requests',
    least: LEAST,
    impact: 'callers get no proper answer',
    advice: `the API ${name('api')} answers 5xx. Its access log names the routes; the log of their function says why, and 503 may be a vendor that is out of reach`,
    topicArn: config.alarmTopicArn,
  })
  if (config.stage === 'production' && !config.alarmTopicArn) {
    Annotations.of(stack).addWarningV2('shiming:silent', 'ALARM_TOPIC_ARN is not set, so alarms notify nobody')
  }
  dashboard(stack, site, stage)
  const isClosed = config.executeApi === EXECUTE_API_OFF
  new CfnOutput(stack, 'ApiEndpoint', {
    value: isClosed ? api.apiId : api.apiEndpoint,
    description: isClosed ? 'The API to map the public address to' : 'What the public address leads to',
  })
  return stack
}
