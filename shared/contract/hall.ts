import { z } from 'zod';
import { Id, requiredText } from '../domain/basics';
import { DepositInput, DepositView, EvacuationList, FlowAct, HallScreen, ItemCheck, ItemCheckInput, QueueRow } from '../domain/hall';
import { command, live, query } from './define';
import { HALL, READERS } from './roles';

const none = z.object({});

/** What happens between the card and its return. */
export const hallContract = {
  /** Everybody whose card is out and not lost, whatever the day, in the order of rules/queue-order. */
  'queue.list': live('storage', READERS, none, z.array(QueueRow)),
  /**
   * One act on one visit. `from`: the state that the screen showed; another one now means that somebody else was
   * quicker, and nothing is changed.
   */
  'visit.act': command('storage', HALL, z.object({ id: Id, from: z.string().max(20), act: FlowAct }), none),
  /** Which visit a scanned card belongs to; null when the number or code is not of this hall. */
  'visit.byCard': query('storage', HALL, z.object({ scanned: z.string().max(120) }), QueueRow.nullable()),
  /** Lost cards of the last 30 days, newest first. */
  'queue.lost': live('storage', READERS, none, z.array(QueueRow)),

  'evacuation.list': query('storage', READERS, none, EvacuationList),

  'item.ofVisit': query('storage', HALL, z.object({ visitId: Id }), z.object({ checks: z.array(ItemCheck), items: z.array(DepositView) })),
  'item.check': command('storage', HALL, ItemCheckInput, none),
  'item.deposit': command('storage', HALL, DepositInput, z.object({ id: Id, receiptNo: z.string() })),
  'item.settle': command(
    'storage',
    HALL,
    z.object({ id: Id, how: z.enum(['returned', 'handed-over']), takenBy: requiredText(60, '领取人') }),
    none,
  ),

  /** For the window on the second display alone. */
  'hall.screen': live('storage', 'hall-screen', none, HallScreen),
} as const;
