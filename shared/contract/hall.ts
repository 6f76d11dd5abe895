import { z } from 'zod';
import { Id, requiredText } from '../domain/basics';
import { DepositInput, DepositView, EvacuationList, FlowAct, HallScreen, ItemCheck, ItemCheckInput, QueueRow } from '../domain/hall';
import { command, live, query } from './define';
import { DESK, HALL, READERS } from './roles';

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
  /** Which visit a card's code, its number, or a queue number of today belongs to; null when it is not of this hall. */
  'visit.byCard': query('storage', HALL, z.object({ scanned: z.string().max(120) }), QueueRow.nullable()),
  /** Lost cards of the last 30 days, newest first. */
  'queue.lost': live('storage', READERS, none, z.array(QueueRow)),

  /** Some representatives with some of the others become a visit of their own, with its own number and card. */
  'visit.split': command(
    'storage',
    DESK,
    z.object({
      id: Id,
      personIds: z.array(Id).min(1, '请选择至少一名代表').max(5),
      others: z.number().int().min(0).max(9999),
      reason: requiredText(100, '分开的原因'),
    }),
    z.object({ visitId: Id, number: z.string(), queueNumber: z.string(), printJobId: Id.optional() }),
  ),

  'evacuation.list': query('storage', READERS, none, EvacuationList),

  /**
   * On paper, before everything that waits at that printer. Also from a locked screen, then by masked names: in a fire
   * nobody looks for a PIN, and the paper tells no stranger a name.
   */
  'evacuation.print': query('main', 'anyone', none, z.object({ printJobId: Id, printer: z.string(), heads: z.number().int() })),

  'item.ofVisit': query('storage', HALL, z.object({ visitId: Id }), z.object({ checks: z.array(ItemCheck), items: z.array(DepositView) })),
  'item.check': command('storage', HALL, ItemCheckInput, none),
  'item.deposit': command('storage', HALL, DepositInput, z.object({ id: Id, receiptNo: z.string() })),
  'item.settle': command(
    'storage',
    HALL,
    z.object({ id: Id, how: z.enum(['returned', 'handed-over']), takenBy: requiredText(60, '领取人') }),
    none,
  ),

  'print.receipt': command('main', HALL, z.object({ visitId: Id }), z.object({ printJobId: Id })),

  /** For the window on the second display alone. */
  'hall.screen': live('storage', 'hall-screen', none, HallScreen),
} as const;
