import { format, isOpen } from '../net/protocol.js';
import { History } from './history.js';

class Room {
  members = new Set();
  history = new History();

  constructor(name) {
    this.name = name;
  }

  send(type, body) {
    const text = format(type, { room: this.name, ...body });
    for (const { socket } of this.members) {
      if (isOpen(socket)) socket.send(text);
    }
  }
}

const rooms = new Map();

/** Puts a person into a room; the first one opens it. */
export function enter(name, person) {
  let room = rooms.get(name);
  if (!room) {
    room = new Room(name);
    rooms.set(name, room);
  }
  room.members.add(person);
  return room;
}

/** Takes a person out again; the last one closes it. */
export function leave(room, person) {
  room.members.delete(person);
  if (room.members.size === 0) rooms.delete(room.name);
}

export function countRooms() {
  return rooms.size;
}
