import "./access.js";
import "./customer.js";
import "./order.js";
import "./record.js";
import "./source.js";
import "./task.js";
