"use strict";
var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return r;
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.StatusController = exports.StatusService = void 0;
const common_1 = require("@nestjs/common");
let StatusService = class StatusService {
    constructor() {
        setInterval(() => this.measure(), 5000);
    }
    measure() { }
};
exports.StatusService = StatusService;
exports.StatusService = StatusService = __decorate([
    (0, common_1.Injectable)()
], StatusService);
let StatusController = class StatusController {
    status() {
        setInterval(() => this.status, 5000); // leak: timer-leak "for every request"
    }
};
exports.StatusController = StatusController;
__decorate([
    (0, common_1.Get)()
], StatusController.prototype, "status", null);
exports.StatusController = StatusController = __decorate([
    (0, common_1.Controller)()
], StatusController);
