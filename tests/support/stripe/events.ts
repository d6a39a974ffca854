import { createHmac } from 'node:crypto';
import type Stripe from 'stripe';
import { newId, seconds, type World } from './state.ts';

const API_VERSION = '2026-10-28.endive';

export interface Delivery {
  /** When it was signed; now, where none is given. */
  at?: Date;
  secret?: string;
  /** What becomes of the body after it was signed. */
  tamper?: (body: string) => string;
  /** The endpoint, where it is not the one that events go to by themselves. */
  url?: string;
}

/** A request to a webhook's endpoint, for whom injects it. */
export interface SignedEvent {
  body: string;
  headers: Record<string, string>;
}

export interface Events {
  emitted: Stripe.Event[];
  emit: (type: string, object: object, overrides?: Partial<Stripe.Event>) => Stripe.Event;
  sign: (event: Stripe.Event, delivery?: Delivery) => SignedEvent;
  deliver: (event: Stripe.Event, delivery?: Delivery) => Promise<Response>;
  endpoint: (url: string | null) => void;
  settled: () => Promise<void>;
}

export function newEvents(world: World, webhookSecret: string): Events {
  const emitted: Stripe.Event[] = [];
  const underWay = new Set<Promise<unknown>>();
  let endpoint: string | null = null;

  function sign(event: Stripe.Event, delivery: Delivery = {}): SignedEvent {
    const { at = world.clock.now, secret = webhookSecret, tamper = (body) => body } = delivery;
    const body = JSON.stringify(event, null, 2);
    const time = Math.floor(at.getTime() / 1000);
    const v1 = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
    return {
      body: tamper(body),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': `t=${time},v1=${v1}`,
      },
    };
  }

  async function deliver(event: Stripe.Event, delivery: Delivery = {}): Promise<Response> {
    const url = delivery.url ?? endpoint;
    if (url === null) throw new Error('no endpoint to deliver to');
    return fetch(url, { method: 'POST', ...sign(event, delivery) });
  }

  return {
    emitted,
    emit(type, object, overrides = {}) {
      const event = {
        id: newId('evt'),
        object: 'event',
        api_version: API_VERSION,
        created: seconds(world),
        data: { object: structuredClone(object) },
        livemode: world.livemode,
        pending_webhooks: 1,
        request: world.request,
        type,
        ...overrides,
      } as Stripe.Event;
      emitted.push(event);
      if (endpoint === null) return event;
      // An endpoint that is down, or refuses, gets the event again only from a test that delivers it.
      const delivered = deliver(event)
        .catch(() => {})
        .finally(() => underWay.delete(delivered));
      underWay.add(delivered);
      return event;
    },
    sign,
    deliver,
    endpoint(url) {
      endpoint = url;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
